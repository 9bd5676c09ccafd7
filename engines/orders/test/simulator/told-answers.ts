import type { Admission, Answer, Command } from '../../src/index.ts'
import { encodeFrame } from '../../src/index.ts'
import type { OrdersModule } from './server.ts'

const contentOf = (command: Command): string => JSON.stringify({ ...command, issuedAt: 0, signals: 0 })

/** What clients have been told, each id once. */
export class ToldAnswers {
  private readonly byId = new Map<string, { command: Command; answer: Answer }>()

  note(command: Command, answer: Answer): void {
    const id = command.id.join('/')
    if (!this.byId.has(id)) this.byId.set(id, { command, answer })
  }

  /** Asks a core for every answer again. `sent`: everything that was ever journaled. Gives what is answered otherwise, in words. */
  problemsOf(
    orders: OrdersModule,
    core: Admission,
    { sent, now }: { sent: readonly Command[]; now: number },
  ): string[] {
    const told = [...this.byId.values()]
    const problems: string[] = []
    const count = orders.apply(core, encodeFrame(told.map(({ command }) => command)), now)
    for (let i = 0; i < count; i++) {
      const answer = orders.readAnswer(core.answers, i)
      const before = told[i]?.answer
      const same = answer.code === before?.code && answer.detail === before.detail && answer.line === before.line
      // Forgotten, and then given to another request by a client that does not keep to the rules.
      const given = answer.code === 'id_reused' && isShared(told[i]?.command, sent)
      if (!same && !given && answer.code !== 'too_old')
        problems.push(`told ${JSON.stringify(before)}, now ${JSON.stringify(answer)}`)
    }
    return problems
  }
}

function isShared(command: Command | undefined, sent: readonly Command[]): boolean {
  const id = command?.id.join('/')
  const all = sent.filter((other) => other.id.join('/') === id)
  return new Set(all.map(contentOf)).size > 1
}
