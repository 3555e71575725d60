import io
import os

import psycopg2
from flask import Flask, render_template, send_file
from PIL import Image

app = Flask(__name__)


@app.get("/")
def polls():
    with psycopg2.connect(os.environ["DATABASE_URL"]) as connection:
        with connection.cursor() as cursor:
            cursor.execute("select question, yes, no from polls")
            return render_template("polls.html", polls=cursor.fetchall())


@app.get("/bar/<int:yes>/<int:no>.png")
def bar(yes, no):
    """A bar of a hundred pixels: green for yes, red for no."""
    picture = Image.new("RGB", (100, 8), "firebrick")
    picture.paste("seagreen", (0, 0, round(100 * yes / max(yes + no, 1)), 8))
    file = io.BytesIO()
    picture.save(file, "PNG")
    file.seek(0)
    return send_file(file, mimetype="image/png")
