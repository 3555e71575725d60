"""Runs a command on a terminal of its own and presses keys: argv is [script.json]; prints JSON."""
import fcntl, json, os, pty, select, signal, struct, sys, termios, time

script = json.loads(sys.argv[1])
pid, master = pty.fork()
if pid == 0:
    os.chdir(script["cwd"])
    os.execvp(script["argv"][0], script["argv"])


def resize(rows, columns):
    fcntl.ioctl(master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))


resize(24, 80)
before = termios.tcgetattr(master)
seen = b""
read_up_to = 0


def read(seconds):
    """More of what is shown; False at the end."""
    global seen
    if not select.select([master], [], [], seconds)[0]:
        return True
    try:
        data = os.read(master, 65536)
    except OSError:
        return False
    seen += data
    return data != b""


def wait_for(text):
    """Until a text is shown behind the last one that was waited for."""
    global read_up_to
    until = time.time() + 20
    while (at := seen.find(text.encode(), read_up_to)) < 0:
        if time.time() > until or not read(0.1):
            return False
    read_up_to = at + len(text)
    return True


missed = None
for step in script["steps"]:
    if not wait_for(step["on"]):
        missed = step["on"]
        break
    time.sleep(step.get("after", 0))
    if "keys" in step:
        os.write(master, step["keys"].encode())
    if "columns" in step:
        resize(24, step["columns"])
    if "signal" in step:
        os.kill(pid, getattr(signal, step["signal"]))
    if "hang_up" in step:
        break

hung_up = any("hang_up" in step for step in script["steps"]) and missed is None
if hung_up:
    os.close(master)
else:
    until = time.time() + 20
    while read(0.1) and time.time() < until:
        if os.waitid(os.P_PID, pid, os.WEXITED | os.WNOHANG | os.WNOWAIT):
            while select.select([master], [], [], 0.05)[0] and read(0.1):
                pass
            break
    # Of the attributes only the local modes and those of the input are what raw mode takes away.
    try:
        after = termios.tcgetattr(master)
    except termios.error:
        after = before
until = time.time() + 10
status = None
while status is None and time.time() < until:
    done, code = os.waitpid(pid, os.WNOHANG)
    if done:
        status = os.waitstatus_to_exitcode(code)
    else:
        time.sleep(0.02)
if status is None:
    os.kill(pid, signal.SIGKILL)
print(json.dumps({
    "shown": seen.decode("utf-8", "replace"),
    "status": status,
    "missed": missed,
    "restored": hung_up or (before[0] == after[0] and before[3] == after[3]),
}))
