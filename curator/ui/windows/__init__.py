"""Windows and dialogs beside the desk."""
