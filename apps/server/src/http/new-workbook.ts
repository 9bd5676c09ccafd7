import type { Workbook } from 'exceljs'

/** An empty workbook. The library is loaded by the first who asks: its five hundred modules take an eighth of a process's start. */
export async function newWorkbook(): Promise<Workbook> {
  const { default: excel } = await import('exceljs')
  return new excel.Workbook()
}
