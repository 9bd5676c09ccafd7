/** Why a row was refused and what to do about it. `code` is what programs read. */
export const REJECT_REASONS = {
  too_few_cells: {
    zh: '这一行的列数比表头少，可能被截断。请补全这一行后重新导入。',
    en: 'The row has fewer cells than the header; it may be cut short. Complete the row and import it again.',
  },
  too_many_cells: {
    zh: '这一行的列数比表头多，可能有未加引号的逗号。请给含逗号的单元格加上双引号后重新导入。',
    en: 'The row has more cells than the header, perhaps an unquoted comma. Quote that cell and import the row again.',
  },
  unbalanced_quote: {
    zh: '这一行有未闭合的双引号。请补上引号或删去多余的引号后重新导入。',
    en: 'A double quote in this row is never closed. Close or remove it and import the row again.',
  },
  record_too_long: {
    zh: '这一行超过 1 MB，不像一条记录。请检查文件是否损坏。',
    en: 'The row is longer than 1 MB and cannot be one record. Check whether the file is damaged.',
  },
  missing_value: {
    zh: '必填的值为空。请补上后重新导入这一行。',
    en: 'A required value is empty. Fill it in and import the row again.',
  },
  damaged_id: {
    zh: '编号被表格软件改成了科学计数法或末尾补零，原号已无法还原。请从后台重新导出，并把该列设为文本。',
    en: 'A spreadsheet has rewritten this number; the original digits are lost. Export again and keep the column as text.',
  },
  not_an_amount: { zh: '不是金额。请改成数字，例如 1234.50。', en: 'Not an amount. Write a number such as 1234.50.' },
  not_a_whole_number: { zh: '不是整数。请改成整数，例如 12。', en: 'Not a whole number. Write one such as 12.' },
  not_a_number: { zh: '不是数字。请改成数字，例如 4.8。', en: 'Not a number. Write one such as 4.8.' },
  not_a_ratio: { zh: '不是比例。请写成 10% 或 0.1。', en: 'Not a share. Write 10% or 0.1.' },
  not_a_time: {
    zh: '不是可识别的时间。请写成 2026-11-11 20:00:00；日/月在前的日期请在导入选项里选择顺序。',
    en: 'Not a time that can be read. Write 2026-11-11 20:00:00, or choose the order of day and month in the import options.',
  },
  not_a_day: {
    zh: '不是可识别的日期。请写成 2026-11-11；日/月在前的日期请在导入选项里选择顺序。',
    en: 'Not a day that can be read. Write 2026-11-11, or choose the order of day and month in the import options.',
  },
  unknown_word: {
    zh: '不认识的取值。请改成系统里的名称，或告诉我们新的写法。',
    en: 'An unknown word. Use one of the known names, or report the new spelling.',
  },
  not_yes_or_no: { zh: '不是“是/否”。请写 是 或 否。', en: 'Not a yes or no. Write yes or no.' },
  out_of_range: {
    zh: '数值超出合理范围（为负或过大）。请核对原始数据。',
    en: 'The value is out of range (negative or too large). Check it against the source.',
  },
  nearly_free: {
    zh: '标价只有几分钱，多半填错了单位或小数点，已拦下。请改成真实标价后重新导入；确要卖这个价请在 改价 里提出并审批。',
    en: 'The list price is a few fen, most likely a wrong unit or point, so it was held back. Correct it and import it again; propose it as a price if it is meant.',
  },
} as const satisfies Record<string, { zh: string; en: string }>

export type RejectCode = keyof typeof REJECT_REASONS

/** Errors: an unknown code answers with itself, so that nothing is lost when versions differ. */
export function reasonOf(code: string): { zh: string; en: string } {
  return code in REJECT_REASONS ? REJECT_REASONS[code as RejectCode] : { zh: code, en: code }
}
