FROM python:3.11
ENV APP_HOME=/service APP_USER=service
RUN useradd $APP_USER
COPY --chown=$APP_USER:${APP_USER} . $APP_HOME
