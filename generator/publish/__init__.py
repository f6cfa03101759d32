"""What makes a built site ready for its readers. For now the index of full texts."""
