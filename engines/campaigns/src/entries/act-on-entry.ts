import { err, ok, type Result } from '@zhanggui/kernel'
import { checkRelease } from '../pages/check-release.ts'
import { type Done, type Reason, reason } from '../reason.ts'
import type { Entry } from './entry-kinds.ts'

/** What somebody says of an entry. `note`: the proof, the link, the reason; `passed` where the action is a verdict. */
export type EntryAct = Done & {
  action: string
  note: string
  passed: boolean
  detectSeconds: number | null
  startSeconds: number | null
  restoreSeconds: number | null
}

type Acted = Result<Entry, Reason[]>
type Of<K extends Entry['kind']> = Extract<Entry, { kind: K }>

const refuse = (code: string, zh: string, en: string): Acted => err([reason(code, zh, en)])
const unknown = ({ kind }: Entry, { action }: EntryAct): Acted =>
  refuse('unknown_action', `${kind} 没有“${action}”这个操作`, `There is no "${action}" of a ${kind}`)

function actOnTask(entry: Of<'task'>, act: EntryAct, finished: ReadonlySet<string>): Acted {
  const { body } = entry
  const { at, by, note } = act
  switch (act.action) {
    case 'start':
      return body.started
        ? refuse('started_already', '任务已经开始', 'The task has begun already')
        : ok({ ...entry, body: { ...body, started: { at, by } } })
    case 'finish': {
      if (body.finished) return refuse('finished_already', '任务已经完成', 'The task is done already')
      const open = body.dependsOn.filter((id) => !finished.has(id))
      if (open.length > 0)
        return refuse(
          'dependency_open',
          `前置任务还没完成：${open.join('、')}`,
          `Tasks before it are open: ${open.join(', ')}`,
        )
      if (note === '')
        return refuse(
          'no_proof',
          '写上完成凭证：链接、截图或结果',
          'Say what shows that it is done: a link, a picture, a result',
        )
      return ok({ ...entry, body: { ...body, started: body.started ?? { at, by }, finished: { at, by, proof: note } } })
    }
    case 'reopen':
      return body.finished
        ? ok({ ...entry, body: { ...body, finished: null } })
        : refuse('not_finished', '任务还没有完成', 'The task is not done')
    default:
      return unknown(entry, act)
  }
}

const MARKS = { done: 'done', skip: 'skipped', fail: 'failed' } as const

function actOnRun(entry: Of<'run'>, act: EntryAct): Acted {
  const mark = MARKS[act.action as keyof typeof MARKS]
  if (mark === undefined) return unknown(entry, act)
  const { body } = entry
  // A failed line may be put right; what is done or skipped stands.
  if (body.ended && body.ended.mark !== 'failed')
    return refuse('ended_already', '这一行已经有结果', 'This line has its result already')
  if (mark !== 'done' && act.note === '') return refuse('no_reason', '写上原因', 'Say why')
  return ok({ ...entry, body: { ...body, ended: { at: act.at, by: act.by, mark, note: act.note } } })
}

function actOnPage(entry: Of<'page'>, act: EntryAct): Acted {
  const { body } = entry
  const done = { at: act.at, by: act.by }
  switch (act.action) {
    case 'proof':
      if (act.note === '') return refuse('no_link', '写上设计稿链接', 'Enter the link to the proof')
      // What is live stays live under its old proof only: a new one has to be tested and released again.
      return ok({ ...entry, body: { ...body, proof: { ...done, link: act.note }, released: null } })
    case 'test': {
      if (!body.proof) return refuse('no_proof', '还没有设计稿：先提交', 'There is no proof yet: hand it in first')
      const [what = '', ...rest] = act.note.split('\n')
      if (what.trim() === '')
        return refuse(
          'no_subject',
          '写明测试了什么：如“手机端下单”',
          'Say what was tested, such as "ordering on a phone"',
        )
      const tests = [...body.tests, { ...done, what: what.trim(), passed: act.passed, note: rest.join('\n').trim() }]
      return ok({ ...entry, body: { ...body, tests } })
    }
    case 'release': {
      const found = checkRelease(body, act.at)
      return found.length > 0 ? err(found) : ok({ ...entry, body: { ...body, released: done, retired: null } })
    }
    case 'retire':
      return body.released
        ? ok({ ...entry, body: { ...body, retired: done } })
        : refuse('not_released', '页面还没有上线', 'The page is not released')
    default:
      return unknown(entry, act)
  }
}

function actOnAttestation(entry: Of<'attestation'>, act: EntryAct): Acted {
  if (act.action !== 'pass' && act.action !== 'fail') return unknown(entry, act)
  if (act.note === '')
    return refuse(
      'no_evidence',
      '写上依据：盘点单、压测报告、值班表',
      'Say what it rests on: the count, the report, the rota',
    )
  const result = { at: act.at, by: act.by, passed: act.action === 'pass', evidence: act.note }
  return ok({ ...entry, body: { ...entry.body, result } })
}

function actOnDrill(entry: Of<'drill'>, act: EntryAct): Acted {
  if (act.action !== 'hold') return unknown(entry, act)
  const { at, by, detectSeconds, startSeconds, restoreSeconds, passed, note: lessons } = act
  return ok({
    ...entry,
    body: { ...entry.body, held: { at, by, detectSeconds, startSeconds, restoreSeconds, passed, lessons } },
  })
}

function actOnEnrolment(entry: Of<'enrolment'>, act: EntryAct): Acted {
  const { body } = entry
  const done = { at: act.at, by: act.by }
  if (act.action === 'submit') return ok({ ...entry, body: { ...body, submitted: done, answer: null } })
  if (act.action !== 'accept' && act.action !== 'refuse') return unknown(entry, act)
  if (!body.submitted) return refuse('not_submitted', '还没有提交报名', 'The entry was not handed in yet')
  return ok({ ...entry, body: { ...body, answer: { ...done, accepted: act.action === 'accept', note: act.note } } })
}

/**
 * An entry after somebody did something to it. `finished`: tasks of the campaign that are done.
 * Errors: why it cannot be done, each with what to do instead.
 */
export function actOnEntry(entry: Entry, act: EntryAct, finished: ReadonlySet<string>): Acted {
  switch (entry.kind) {
    case 'task':
      return actOnTask(entry, act, finished)
    case 'run':
      return actOnRun(entry, act)
    case 'page':
      return actOnPage(entry, act)
    case 'attestation':
      return actOnAttestation(entry, act)
    case 'drill':
      return actOnDrill(entry, act)
    case 'enrolment':
      return actOnEnrolment(entry, act)
    case 'training':
    case 'slot':
    case 'contact':
      return unknown(entry, act)
  }
}
