"""Where persons decide: who is who, what was read rightly, what is taken back; and take over what others decided."""
