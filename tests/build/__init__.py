"""From content to a whole site on disk: staging, failures, reproducibility, the golden site."""
