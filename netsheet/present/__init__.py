"""What a person or a program reads on the terminal: values to text or to stable JSON; decides nothing."""

from netsheet.present.check_text import show_check
from netsheet.present.documents import backups_json, check_json, due_json, refresh_json, settings_json
from netsheet.present.due_text import show_due
from netsheet.present.refresh_text import show_refreshed
from netsheet.present.settings_text import show_backups, show_settings

__all__ = [
    "backups_json",
    "check_json",
    "due_json",
    "refresh_json",
    "settings_json",
    "show_backups",
    "show_check",
    "show_due",
    "show_refreshed",
    "show_settings",
]
