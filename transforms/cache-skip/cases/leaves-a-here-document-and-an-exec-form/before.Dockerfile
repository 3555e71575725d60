FROM python:3.12
RUN <<EOF
pip install flask
EOF
RUN ["pip", "install", "flask"]
ONBUILD RUN pip install -r requirements.txt
