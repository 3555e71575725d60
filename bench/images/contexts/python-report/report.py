"""Reads numbers, one a line, and draws them and their moving average: report.py < numbers > chart.png"""

import sys

import numpy
import yaml
from PIL import Image, ImageDraw

settings = yaml.safe_load(open("/etc/report.yaml"))
values = numpy.loadtxt(sys.stdin)
window = settings["window"]
mean = numpy.convolve(values, numpy.ones(window) / window, "valid")

image = Image.new("RGB", (20 * len(values), 100), "white")
draw = ImageDraw.Draw(image)
for points, colour in ((values, "silver"), (mean, "black")):
    scaled = 95 - 90 * (points - values.min()) / numpy.ptp(values)
    draw.line([(20 * i, y) for i, y in enumerate(scaled)], colour, 2)
image.save(sys.stdout.buffer, "PNG")
print(settings["title"], len(values), f"{mean.max():.2f}", file=sys.stderr)
