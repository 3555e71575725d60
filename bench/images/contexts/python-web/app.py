from flask import Flask, jsonify, render_template, request

app = Flask(__name__)
notes = []


@app.get("/")
def index():
    return render_template("index.html", notes=notes)


@app.post("/notes")
def add():
    notes.append(request.get_json()["text"])
    return jsonify(count=len(notes)), 201
