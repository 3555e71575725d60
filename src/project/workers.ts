import { Worker } from 'node:worker_threads'

/** Threads that run one script and answer tasks of one kind. */
export interface Crew {
  readonly script: URL
  readonly size: number
  /** What each thread gets as its `workerData`. */
  readonly setting: unknown
}

/** How many tasks there are for each thread, answered ones that nobody took yet included: what bounds the memory. */
const ahead = 6
/** What a thread may take for short-lived values, in MB: left alone it grows to several times what it needs. */
const maxYoungGenerationSizeMb = 16

/**
 * The answers of the threads, in the order of the tasks; each thread posts one message for each that it gets. The threads
 * end when the reader has all, or goes away. @throws what a thread did not catch
 */
export async function* answersInOrder<Task, Answer>(
  tasks: Iterable<Task>,
  { script, size, setting }: Crew,
): AsyncGenerator<Answer> {
  const lanes = Array.from({ length: size }, () => new Lane<Task, Answer>(script, setting))
  const queue = tasks[Symbol.iterator]()
  const waiting: Promise<Answer>[] = []
  const send = () => {
    const next = queue.next()
    if (next.done) return
    const [first, ...others] = lanes
    const idlest = others.reduce((best, lane) => (lane.load < best.load ? lane : best), first!)
    waiting.push(idlest.ask(next.value))
  }
  try {
    for (let i = 0; i < size * ahead; i++) send()
    for (let answer = waiting.shift(); answer !== undefined; answer = waiting.shift()) {
      const value = await answer
      send()
      yield value
    }
  } finally {
    await Promise.all(lanes.map((lane) => lane.end()))
  }
}

/** One thread, which answers in the order in which it was asked. */
class Lane<Task, Answer> {
  private readonly worker: Worker
  private readonly asked: { resolve: (answer: Answer) => void; reject: (error: unknown) => void }[] = []

  constructor(script: URL, setting: unknown) {
    this.worker = new Worker(script, { workerData: setting, resourceLimits: { maxYoungGenerationSizeMb } })
    this.worker.on('message', (answer: Answer) => this.asked.shift()?.resolve(answer))
    this.worker.on('error', (error) => this.fail(error))
    this.worker.on('exit', () => this.fail(new Error('a thread ended before its work')))
  }

  /** How many tasks it has yet to answer. */
  get load(): number {
    return this.asked.length
  }

  ask(task: Task): Promise<Answer> {
    const answer = new Promise<Answer>((resolve, reject) => this.asked.push({ resolve, reject }))
    // Whoever goes away before its turn does not see it fail.
    answer.catch(() => {})
    this.worker.postMessage(task)
    return answer
  }

  async end(): Promise<void> {
    await this.worker.terminate()
  }

  private fail(error: unknown): void {
    for (const { reject } of this.asked.splice(0)) reject(error)
  }
}
