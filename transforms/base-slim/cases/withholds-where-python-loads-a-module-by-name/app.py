__import__("sub" + "process").run(["git", "pull"])
