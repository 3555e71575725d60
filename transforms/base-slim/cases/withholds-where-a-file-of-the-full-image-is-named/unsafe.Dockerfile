FROM python:3.12-slim-bookworm
RUN sed -i 's/rights="none" pattern="PDF"/rights="read" pattern="PDF"/' /etc/ImageMagick-6/policy.xml
RUN ln -s /usr/lib/x86_64-linux-gnu/libpq.so /opt/libpq.so
CMD ["python", "--version"]
