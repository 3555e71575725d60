FROM ruby:3.3
RUN useradd -m web
COPY . /web
# The server writes its pid there
RUN chown -R web:web /web
