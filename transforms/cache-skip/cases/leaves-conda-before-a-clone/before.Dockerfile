FROM continuumio/miniconda3
RUN conda install -y numpy
RUN conda create -y --name work --clone base
