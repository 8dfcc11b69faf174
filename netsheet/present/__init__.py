"""What a person or a program reads on the terminal: values to text or to stable JSON; decides nothing."""

from netsheet.present.check_text import show_check
from netsheet.present.documents import check_json, refresh_json
from netsheet.present.refresh_text import show_refreshed

__all__ = ["check_json", "refresh_json", "show_check", "show_refreshed"]
