FROM rocker/r-ver:4.4
RUN install2.r --error dplyr \
    && rm -rf /tmp/downloaded_packages
RUN cpanm --notest Moo \
    && rm -rf ~/.cpanm
RUN cpan install JSON \
    && rm -rf ~/.cpan/build ~/.cpan/sources
RUN luarocks install inspect \
    && rm -rf ~/.cache/luarocks
