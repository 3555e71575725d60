FROM python:3.12
RUN pip install numpy && rm -rf ~/.cache/pip
RUN pip install pandas && rm -rf /root/.cache
RUN pip install scipy && pip cache purge
RUN pip install --no-index --find-links=/wheels app
RUN pip install --no-cache-dir polars
