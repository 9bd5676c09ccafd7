export * from './alerts/index.ts'
export * from './conditions/index.ts'
