/** Why a whole file or import cannot go on. Each says what to do. */
export const IMPORT_FAILURES = {
  file_missing: {
    zh: '找不到文件 {file}。请检查路径后重试。',
    en: 'File {file} is not there. Check the path and try again.',
  },
  empty_file: { zh: '{file} 是空的。请重新导出。', en: '{file} is empty. Export it again.' },
  unreadable_file: {
    zh: '{file} 无法读取，可能已损坏或不是表格文件。请重新导出为 CSV 或 XLSX。',
    en: '{file} cannot be read; it may be damaged or no table. Export it again as CSV or XLSX.',
  },
  encrypted_file: {
    zh: '{file} 有密码保护。请先解除密码再导入。',
    en: '{file} is protected by a password. Remove it and import again.',
  },
  too_large_unpacked: {
    zh: '{file} 解压后过大，疑似压缩炸弹，已停止读取。请拆分后再导入。',
    en: '{file} unpacks to an unreasonable size and was not read further. Split it and import again.',
  },
  no_table_inside: {
    zh: '{file} 里没有可导入的表格。请确认压缩包里有 CSV 或工作簿里有数据。',
    en: '{file} holds no table. Check that the archive has a CSV or the workbook has rows.',
  },
  unknown_format: {
    zh: '不认识 {file} 的表头。请在导入向导里指定各列含义，或用 --mapping 给出映射。',
    en: 'The headers of {file} are not known. Say what the columns mean in the import wizard or with --mapping.',
  },
  unknown_format_id: {
    zh: '没有名为 {format} 的格式。用 zhanggui formats 查看可用格式。',
    en: 'There is no format called {format}. See `zhanggui formats`.',
  },
  required_columns: {
    zh: '{file} 缺少必填列：{fields}。请在映射里指定，或补上这些列。',
    en: '{file} lacks required columns: {fields}. Map them, or add them to the file.',
  },
  bad_mapping: {
    zh: '映射不适用于 {file}：{detail}。请重新确认各列。',
    en: 'The mapping does not fit {file}: {detail}. Check the columns again.',
  },
  no_day: {
    zh: '{file} 没有日期列，文件名里也没有日期。请在选项 day 里填写，例如 2026-11-11。',
    en: '{file} has no day column and no day in its name. Give option day, e.g. 2026-11-11.',
  },
  cancelled: { zh: '导入已取消，没有写入任何数据。', en: 'The import was cancelled; nothing was written.' },
  interrupted: {
    zh: '导入被中断，没有写入任何数据。可以继续或取消。',
    en: 'The import was interrupted; nothing was written. Resume or cancel it.',
  },
  publish_interrupted: {
    zh: '写入到一半时中断，部分数据可能已经可见。请点“继续”把其余写完，已写入的不会重复。',
    en: 'Writing stopped half way and some rows may show already. Resume to write the rest; nothing doubles.',
  },
  wrong_state: {
    zh: '这次导入的状态是 {state}，不能这样操作。',
    en: 'This import is {state}; that cannot be done now.',
  },
  internal: {
    zh: '导入时出现内部错误，没有写入任何数据。请重试；仍然失败请附上日志反馈。',
    en: 'An internal error stopped the import; nothing was written. Try again; if it fails again, report it with the log.',
  },
} as const satisfies Record<string, { zh: string; en: string }>

export type ImportFailureCode = keyof typeof IMPORT_FAILURES

const fill = (text: string, facts: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => facts[name] ?? name)

/** An expected outcome that ends an import; nothing of it was published. */
export class ImportFailure extends Error {
  override readonly name = 'ImportFailure'
  readonly code: ImportFailureCode
  readonly messageZh: string
  constructor(code: ImportFailureCode, facts: Readonly<Record<string, string>> = {}, options?: ErrorOptions) {
    super(fill(IMPORT_FAILURES[code].en, facts), options)
    this.code = code
    this.messageZh = fill(IMPORT_FAILURES[code].zh, facts)
  }
}
