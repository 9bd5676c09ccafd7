import type { Command } from 'commander'
import type { RunCommand } from '../../run-command.ts'
import { addAlertAck, addAlertClose, addAlertList, addAlertShow } from './incidents.ts'
import { addAlertCheck, addAlertLibrary, addAlertReplay, addAlertRule, addAlertRules } from './rules.ts'

/** A subcommand of `zhanggui alerts`. */
export type AddAlertCommand = (alerts: Command, run: RunCommand) => void

const COMMANDS: readonly AddAlertCommand[] = [
  addAlertList,
  addAlertShow,
  addAlertAck,
  addAlertClose,
  addAlertRules,
  addAlertRule,
  addAlertLibrary,
  addAlertReplay,
  addAlertCheck,
]

export function addAlertCommands(program: Command, run: RunCommand): void {
  const alerts = program.command('alerts').description('告警：事件、规则、回放 / alerts: incidents, rules, replay')
  for (const add of COMMANDS) add(alerts, run)
}
