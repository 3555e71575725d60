from pathlib import Path

print(sum(1 for _ in Path("/var/lib/parcels").iterdir()))
