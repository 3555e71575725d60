FROM python:3.12
# dfslim ignore=cache-skip:pip because the next image installs the same
RUN pip install numpy && npm install -g less \
    && npm cache clean --force
