"""What came before: the base of a proposed change, and the dated events of the records' public life."""
