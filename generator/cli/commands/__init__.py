"""The commands, one file each; a command is imported when it is called. Each module offers it as ``command``."""
