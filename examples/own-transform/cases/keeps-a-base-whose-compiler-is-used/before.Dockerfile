FROM registry.example.com/base/python:3.12
COPY fast.c /srv/
RUN cd /srv && gcc -shared -o fast.so fast.c
CMD ["python", "-m", "ctypes.util"]
