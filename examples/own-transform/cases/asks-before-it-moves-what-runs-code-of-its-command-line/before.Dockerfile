FROM registry.example.com/base/python:3.12
CMD ["python", "-c", "import os; os.system('git --version')"]
