"""The user's files on disk: read, seen to be free, saved without loss, backed up, brought back.

One responsibility: bytes from and to the disk. Never looks inside a workbook.
"""

from __future__ import annotations

from netsheet.files.backups import Backup, list_backups
from netsheet.files.durable import save_new_file
from netsheet.files.locks import check_not_open, conflict_copies
from netsheet.files.read import SourceFile, read_file, workbooks_in
from netsheet.files.restore import Restored, restore, write_backup_to
from netsheet.files.save import Saved, save_workbook
from netsheet.files.state import state_folder

__all__ = [
    "Backup",
    "Restored",
    "Saved",
    "SourceFile",
    "check_not_open",
    "conflict_copies",
    "list_backups",
    "read_file",
    "restore",
    "save_new_file",
    "save_workbook",
    "state_folder",
    "workbooks_in",
    "write_backup_to",
]
