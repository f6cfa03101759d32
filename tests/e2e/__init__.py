"""The whole way: a clerk pushes, the server publishes, nginx answers the public."""
