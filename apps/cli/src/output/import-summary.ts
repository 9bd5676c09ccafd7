import type { ImportJob } from '@zhanggui/contract'
import type { Language } from './language.ts'

const count = (n: number): string => n.toLocaleString('en-US')

const lines: Record<Language, (job: ImportJob) => string[]> = {
  zh: (job) => [
    job.dryRun ? '试运行，没有写入。' : '导入完成。',
    `读取 ${count(job.rows)} 行：新增或更新 ${count(job.accepted)}（其中更新 ${count(job.updated)}），重复 ${count(job.duplicates)}，拒绝 ${count(job.rejected)}。`,
    ...(job.from ? [`日期 ${job.from} 至 ${job.to ?? job.from}。`] : []),
    ...(job.quarantine ? [`被拒绝的行及原因：${job.quarantine}`] : []),
  ],
  en: (job) => [
    job.dryRun ? 'Dry run: nothing was written.' : 'Imported.',
    `${count(job.rows)} rows read: ${count(job.accepted)} new or updated (${count(job.updated)} of them updated), ${count(job.duplicates)} duplicates, ${count(job.rejected)} refused.`,
    ...(job.from ? [`Days ${job.from} to ${job.to ?? job.from}.`] : []),
    ...(job.quarantine ? [`Refused rows with their reasons: ${job.quarantine}`] : []),
  ],
}

/** What an import did, in a few lines for people. */
export function renderImport(job: ImportJob, language: Language): string {
  const classes = Object.entries(job.classified).map(([name, n]) => `${name} ${count(n)}`)
  const seconds = job.seconds === null ? [] : [`${job.seconds.toFixed(1)} s`]
  return [...lines[language](job), [...classes, ...seconds].join(' · ')].filter((line) => line !== '').join('\n')
}
