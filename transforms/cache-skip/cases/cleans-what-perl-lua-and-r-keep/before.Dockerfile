FROM rocker/r-ver:4.4
RUN install2.r --error dplyr
RUN cpanm --notest Moo
RUN cpan install JSON
RUN luarocks install inspect
