"""What the program tells people and tools: findings as text and JSON, editor schemas, the generated documentation."""
