import { practiceRule } from '../../practice-rule.ts'

export const scraping = practiceRule({
  id: 'scraping',
  practice: 'scraping',
  rows: ['X10', 'P1.12', 'P12.09', 'P12.10', 'P13.09'],
  nameZh: '未经许可抓取数据',
  nameEn: 'data taken without permission',
  suggestionZh: '改为导入有来源、有授权、注明日期的数据，或由人登记公开活动信息；不收集个人信息',
  suggestionEn: 'Import data with source, permission and date, or note public offers by hand; gather no personal data',
})
