import { PLAN_TEAMS } from '@zhanggui/contract'
import { TEAM_NAMES } from '../../review/reports/facts/team-names.ts'
import { defineResource } from '../resources/define-resource.ts'
import { choiceField, integerField, moneyField, textField } from '../resources/resource-fields.ts'

/** 岗位编制: who is planned and who is there, with skills and the hours to be covered (P4.14). Source: D0, D3, D4. */
export const POSITIONS = defineResource({
  id: 'positions',
  nameZh: '岗位编制',
  nameEn: 'Positions',
  area: 'admin',
  fields: {
    team: choiceField({
      nameZh: '团队',
      nameEn: 'Team',
      required: true,
      choices: PLAN_TEAMS.map((value) => ({
        value,
        nameZh: TEAM_NAMES[value]?.zh ?? value,
        nameEn: TEAM_NAMES[value]?.en ?? value,
      })),
    }),
    position: textField({ nameZh: '岗位', nameEn: 'Position', required: true, max: 80 }),
    skills: textField({
      nameZh: '技能要求',
      nameEn: 'Skills',
      max: 300,
      helpZh: '用逗号分隔，如 剪辑, 主播',
      helpEn: 'Parted by commas, such as editing, hosting',
    }),
    planned: integerField({ nameZh: '编制人数', nameEn: 'Planned', required: true, min: 0, max: 10_000 }),
    hired: integerField({ nameZh: '在岗人数', nameEn: 'There', required: true, min: 0, max: 10_000 }),
    hoursWeek: integerField({
      nameZh: '每周要有人的小时数',
      nameEn: 'Hours a week to be held',
      min: 1,
      max: 168,
      helpZh: '24 小时在岗写 168',
      helpEn: 'Round the clock is 168',
    }),
    seats: integerField({
      nameZh: '同时在岗',
      nameEn: 'Seats at once',
      min: 1,
      max: 1000,
      helpZh: '留空为 1',
      helpEn: 'Empty: 1',
    }),
    monthlyCents: moneyField({
      nameZh: '每人每月成本',
      nameEn: 'Cost of a person a month',
      permission: 'profit:read',
    }),
  },
  keyFields: ['team', 'position'],
  permissions: { read: 'plan:read', write: 'plan:write' },
})
