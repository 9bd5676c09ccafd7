export * from './conditions/index.ts'
