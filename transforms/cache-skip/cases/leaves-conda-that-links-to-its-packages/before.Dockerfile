FROM continuumio/miniconda3
RUN conda config --set always_softlink true
RUN conda install -y numpy
