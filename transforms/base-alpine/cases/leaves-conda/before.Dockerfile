FROM debian:bookworm
ENV PATH=/opt/conda/bin:$PATH
CMD ["sh"]
