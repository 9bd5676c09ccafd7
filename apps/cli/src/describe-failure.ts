import { CommanderError } from 'commander'
import { CliFailure } from './cli-failure.ts'
import { EXIT, type ExitCode } from './exit-codes.ts'
import type { Bilingual } from './output/language.ts'

export type Failure = { code: string; text: Bilingual; exitCode: ExitCode }

const COMMANDER_TEXTS: Record<string, string> = {
  'commander.unknownCommand': '没有这个命令',
  'commander.unknownOption': '没有这个选项',
  'commander.missingArgument': '缺少参数',
  'commander.optionMissingArgument': '选项缺少取值',
  'commander.missingMandatoryOptionValue': '缺少必填选项',
  'commander.invalidArgument': '参数或选项的取值不对',
  'commander.excessArguments': '参数太多',
}

/** What an option's reader had to say stands last, in Chinese and English with a stroke between. */
function splitReason(what: string): Bilingual {
  const [, english = what, chinese, reason] = /^(.*? is invalid\.) (.*?) \/ (.*)$/s.exec(what) ?? []
  return chinese === undefined ? { zh: what, en: what } : { zh: `${english} ${chinese}`, en: `${english} ${reason}` }
}

function describeUsage({ code, message }: CommanderError): Failure {
  const what = splitReason(message.replace(/^error: /, ''))
  const zh = `${COMMANDER_TEXTS[code] ?? '命令用法不对'}：${what.zh}。运行 zhanggui --help 查看用法。`
  return { code: 'usage', text: { zh, en: `${what.en}. Run zhanggui --help.` }, exitCode: EXIT.usage }
}

/** Errors of the server say it in both languages: apart, as `messageEn` or `messageZh`, or on two lines. */
function bothLanguages(error: Error): Bilingual {
  if ('messageZh' in error && typeof error.messageZh === 'string') return { zh: error.messageZh, en: error.message }
  if ('messageEn' in error && typeof error.messageEn === 'string') return { zh: error.message, en: error.messageEn }
  const [zh = '', ...rest] = error.message.split('\n')
  return { zh, en: rest.join('\n') || zh }
}

const hasCode = (error: Error): error is Error & { code: string } => 'code' in error && typeof error.code === 'string'

type ApiShaped = Error & { toBody(language: 'zh'): { error: { code: string; message: string; messageEn: string } } }
const isApiShaped = (error: Error): error is ApiShaped => 'toBody' in error && typeof error.toBody === 'function'

const EXIT_BY_CODE: Record<string, ExitCode> = { home_in_use: EXIT.homeInUse, bad_setting: EXIT.usage }

/** Help and version end commander's run as errors, though all went well. */
export const isHelpShown = (error: unknown): boolean =>
  error instanceof CommanderError && (error.exitCode === 0 || error.code === 'commander.help')

/** Turns whatever ended a command into a code, a text in both languages and an exit code. */
export function describeFailure(error: unknown): Failure {
  if (error instanceof CliFailure) return { code: error.code, text: error.text, exitCode: error.exitCode }
  if (error instanceof CommanderError) return describeUsage(error)
  if (!(error instanceof Error)) return describeFailure(new Error(String(error)))
  if (isApiShaped(error)) {
    const { code, message, messageEn } = error.toBody('zh').error
    return { code, text: { zh: message, en: messageEn }, exitCode: EXIT_BY_CODE[code] ?? EXIT.failed }
  }
  const code = hasCode(error) ? error.code : 'failed'
  return { code, text: bothLanguages(error), exitCode: EXIT_BY_CODE[code] ?? EXIT.failed }
}
