import { basename, resolve } from 'node:path'
import type { AnswersImported, PlanSurveyChange, Survey, SurveyList } from '@zhanggui/contract'
import { type Command, Option } from 'commander'
import { type ActOptions, actingCaller, addAsOption } from '../act-as.ts'
import { renderTable } from '../output/render-table.ts'
import { parseCountOption } from '../parse-option.ts'
import type { RunCommand } from '../run-command.ts'
import type { Shell } from '../shell.ts'
import { withContext } from '../with-context.ts'

type CreateOptions = ActOptions & { name: string; year: number; questions: string; invited?: number }
type PlanOptions = ActOptions & {
  question: number
  option?: string
  text: string
  priority: NonNullable<PlanSurveyChange['priority']>
}

const left = (header: string) => ({ header, align: 'left' as const })
const right = (header: string) => ({ header, align: 'right' as const })
const percent = (fraction: number): string => `${(fraction * 100).toFixed(1)}%`

const surveyTable = ({ surveys }: SurveyList): string =>
  renderTable(
    [left('编号 survey'), left('名称 name'), right('年份 year'), right('答卷 answers'), right('改动 changes')],
    surveys.map((s) => [s.code, s.name, String(s.year), String(s.answers), String(s.changes)]),
  )

/** One line an option, with the bounds of its share; a scale is its mean. */
const answerTable = ({ questions }: Survey): string =>
  renderTable(
    [right('题 no.'), left('题目 question'), left('选项 option'), right('答卷 answers'), left('占比 share')],
    questions.flatMap(({ number, text, options, mean, answered }) => [
      ...options.map(({ option, answers, share }) => [
        String(number),
        text,
        option,
        String(answers.length),
        share ? `${percent(share.rate)} (${percent(share.low)} – ${percent(share.high)})` : '–',
      ]),
      ...(options.length > 0 ? [] : [[String(number), text, mean ? mean.value.toFixed(1) : '–', String(answered), '']]),
    ]),
  )

function renderSurvey(survey: Survey, shell: Shell): string {
  const wanted = survey.proposed.map(({ question, option, cites, of }) =>
    shell.say({
      zh: `建议列入明年：第 ${question} 题 ${option ?? '低于达标分'}，${of} 人里 ${cites.length} 人`,
      en: `for next year: question ${question}, ${option ?? 'below its goal'}, ${cites.length} of ${of}`,
    }),
  )
  const planned = survey.changes.map(({ text, cites }) =>
    shell.say({ zh: `已列入：${text}（${cites.length} 份答卷）`, en: `planned: ${text} (${cites.length} answers)` }),
  )
  return [answerTable(survey), ...wanted, ...planned].join('\n')
}

const importedText = ({ rows, added, repeated, refused, refusedRows }: AnswersImported, shell: Shell): string =>
  [
    shell.say({
      zh: `读到 ${rows} 行：新增 ${added}，之前答过 ${repeated}，有问题 ${refusedRows}`,
      en: `${rows} rows: ${added} added, ${repeated} had answered before, ${refusedRows} refused`,
    }),
    ...refused.map(({ line, column, value, code }) => `${line}\t${column}\t${value}\t${code}`),
  ].join('\n')

function addReading(survey: Command, run: RunCommand): void {
  survey
    .command('list <store>')
    .description('列出调研 / list surveys')
    .action((store: string, _options: unknown, command: Command) =>
      run(command, async (shell) => {
        const list = await withContext(shell, async (context, server) =>
          server.surveys.listSurveys(context, (await server.getStore(context, store)).id),
        )
        shell.answer(list, () => surveyTable(list))
      }),
    )
  survey
    .command('show <store> <survey>')
    .description('每道题的结果、建议与已列入的改动 / answers, what they ask for, what was planned')
    .action((store: string, code: string, _options: unknown, command: Command) =>
      run(command, async (shell) => {
        const found = await withContext(shell, async (context, server) =>
          server.surveys.readSurvey(context, { store: (await server.getStore(context, store)).id, survey: code }),
        )
        shell.answer(found, () => renderSurvey(found, shell))
      }),
    )
}

function addCreate(survey: Command, run: RunCommand): void {
  addAsOption(survey.command('create <store> <survey>'))
    .description('登记调研与题目 / record a survey with its questions')
    .requiredOption('--name <name>', '名称 / name')
    .requiredOption('--year <year>', '调研年份 / year', parseCountOption)
    .requiredOption('--questions <file>', '题目表：调研编号、题号、题目、题型、选项、关于 / table of questions')
    .option('--invited <n>', '邀请人数 / people asked', parseCountOption)
    .action((id: string, code: string, options: CreateOptions, command: Command) =>
      run(command, async (shell) => {
        const { name, year, invited = null, questions: file } = options
        const made = await withContext(shell, async (context, server) => {
          const store = (await server.getStore(context, id)).id
          const permission = 'plan:write' as const
          const caller = await actingCaller(shell, { context, server, store, options, permission })
          const questions = { path: resolve(file), name: basename(file) }
          return server.surveys.createSurvey(context, caller, { code, name, year, invited, questions })
        })
        const { rejected, created } = made
        shell.answer(made, () =>
          [
            shell.say({ zh: `题目 ${created} 道`, en: `${created} questions` }),
            ...rejected.map(({ line, field, value, message }) => `${line}\t${field}\t${value}\t${message}`),
          ].join('\n'),
        )
      }),
    )
}

function addWriting(survey: Command, run: RunCommand): void {
  addAsOption(survey.command('import <store> <survey> <file>'))
    .description('导入答卷（CSV、XLSX）/ import answers')
    .option('--preview', '只看怎么读，不导入 / only say how it is read', false)
    .action((id: string, code: string, file: string, options: ActOptions & { preview: boolean }, command: Command) =>
      run(command, async (shell) => {
        const done = await withContext(shell, async (context, server) => {
          const store = await server.getStore(context, id)
          const permission = 'data:import' as const
          const caller = await actingCaller(shell, { context, server, store: store.id, options, permission })
          const from = { path: resolve(file), name: basename(file), preview: options.preview }
          return server.surveys.importAnswerFile(context, store, { caller, survey: code }, from)
        })
        shell.answer(done, () => importedText(done, shell))
      }),
    )
  addAsOption(survey.command('plan <store> <survey>'))
    .description('把答卷要求的改动列入明年提纲 / take a change that answers ask for into next year')
    .requiredOption('--question <n>', '题号 / number of the question', parseCountOption)
    .option('--option <option>', '选项；打分题不填 / the option; none for a scale')
    .requiredOption('--text <text>', '做什么 / what to do')
    .addOption(new Option('--priority <p>', '优先级 / priority').choices(['high', 'middle', 'low']).default('middle'))
    .action(
      (id: string, code: string, { question, option, text, priority, ...acting }: PlanOptions, command: Command) =>
        run(command, async (shell) => {
          const change = await withContext(shell, async (context, server) => {
            const store = (await server.getStore(context, id)).id
            const permission = 'plan:write' as const
            const caller = await actingCaller(shell, { context, server, store, options: acting, permission })
            const body = { question, option: option ?? null, text, priority }
            return server.surveys.planChange(context, caller, { store, survey: code }, body)
          })
          const { number, cites } = change
          shell.answer(change, () =>
            shell.say({
              zh: `改动 ${number}：依据 ${cites.length} 份答卷`,
              en: `change ${number} cites ${cites.length} answers`,
            }),
          )
        }),
    )
}

/** `zhanggui survey`: what buyers were asked, what they answered, what of it goes into next year. */
export function addSurveyCommands(program: Command, run: RunCommand): void {
  const survey = program.command('survey').description('用户调研 / surveys of buyers')
  addReading(survey, run)
  addCreate(survey, run)
  addWriting(survey, run)
}
