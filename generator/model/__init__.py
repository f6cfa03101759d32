"""What records, acts and sites are: field types, kinds, standing, register. No file is read and nothing is rendered here."""
