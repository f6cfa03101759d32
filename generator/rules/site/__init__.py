"""Rules over the finished bytes."""
