"""What holds for every kind, made from the declarations alone: a new kind is tested without a new test."""
