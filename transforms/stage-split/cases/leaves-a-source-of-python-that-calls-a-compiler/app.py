import subprocess

subprocess.run(['gcc', '-O2', 'job.c'])
