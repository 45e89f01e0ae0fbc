"""How fast sayso reads: `python -m benchmarks.reading`. Run in a clone of the repository; not in the wheel."""
