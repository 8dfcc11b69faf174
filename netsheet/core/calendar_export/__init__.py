"""What goes into a calendar: reminders, meetings, birthdays and blocks of time; and what changed since the last file."""
