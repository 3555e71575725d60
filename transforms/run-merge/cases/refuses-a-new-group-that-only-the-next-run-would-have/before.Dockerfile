FROM jenkins/jenkins:lts
USER jenkins
RUN id > /tmp/before
RUN sudo usermod -aG docker jenkins
RUN id > /tmp/after
