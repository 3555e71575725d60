from flask import Flask, redirect, render_template, request

entries = []


def create_app():
    app = Flask(__name__)

    @app.get("/")
    def index():
        return render_template("index.html", entries=entries)

    @app.post("/")
    def sign():
        entries.append(request.form.get("name", "").strip()[:80])
        return redirect("/")

    @app.get("/health")
    def health():
        return {"status": "ok"}

    return app
