#!/bin/sh
# 一个样例统筹区的一年：七个单位，从2024年1月申报到2025年1月结转，逐月征集、对账，最后各项相符。
# 运行：make year（或 sh samples/year/run.sh）。结果在 var/year/output，台账在 var/year；每次从头开始。
# 单位、人员、决定、到账记录都是虚构的，在 samples/year；年中的上下限和2025年度的数字是样例，在 samples/year/policies。
#
# 下面每行一个作业：  job 业务日期 作业 项目=值 …
# 就是              bin/base-declaration run jobs/作业.yaml --set business-date=业务日期 --set 项目=值 …
# 测试 YearOfTwelveMonthsTest 照这份清单逐行运行，把每月每个单位的应缴、征集、到账、滞纳金核对到分。
set -eu
cd "$(dirname "$0")/../.."
rm -rf var/year
mkdir -p var/year
cp -R samples/year/inbox var/year/inbox
find var/year/inbox -type f -exec touch -d '2024-01-01 08:00:00' {} +

run() {
  day=$1
  name=$2
  shift 2
  for setting in "$@"; do
    set -- "$@" --set "$setting"
    shift
  done
  echo "== $day $name" | tee -a var/year/said.txt
  bin/base-declaration run "jobs/$name.yaml" --set year=2024 --set policies=samples/year/policies \
    --set database=jdbc:h2:file:./var/year/ledger --set work=var/year/work --set output=var/year/output \
    --set business-date="$day" "$@" >>var/year/said.txt 2>&1 || { tail -n 20 var/year/said.txt; exit 1; }
}

job() {
  run "$@" roster=samples/year/roster.csv
}

# 1月：城乡居民选择档次。六个单位申报；在期限（25日）前缴费，26日对账。其余三个险种一次征集全年，变动到12月补差。
run 2024-01-10 flexible-election region=shanxi elections=samples/flexible/residents-2024.csv
job 2024-01-22 declaration inbox=var/year/inbox/2024-01
job 2024-01-23 collection
job 2024-01-23 collection policy=weifang-employee-large-amount period=2024-12 output=var/year/output/large-amount
job 2024-01-23 collection policy=weifang-employee-maternity period=2024-12 output=var/year/output/maternity
job 2024-01-23 collection policy=weifang-employee-civil-servant period=2024-12 output=var/year/output/civil-servant
job 2024-01-26 reconciliation receipts=samples/year/receipts/medical/2024-01.csv
job 2024-01-26 reconciliation policy=weifang-employee-large-amount receipts=samples/year/receipts/large-amount/2024-01.csv output=var/year/output/large-amount
job 2024-01-26 reconciliation policy=weifang-employee-maternity receipts=samples/year/receipts/maternity/2024-01.csv output=var/year/output/maternity
job 2024-01-26 reconciliation policy=weifang-employee-civil-servant receipts=samples/year/receipts/civil-servant/2024-01.csv output=var/year/output/civil-servant

# 2月：0370700807 过了期限仍未申报，1月按上月缴费额的110%核定。0370700802 没有缴费，0370700804 多缴500元。
job 2024-02-20 collection persons=true
job 2024-02-26 reconciliation receipts=samples/year/receipts/medical/2024-02.csv

# 3月：0370700807 补报；0370700801 新增一人，0370700802 减少一人。0370700802 补缴2月和滞纳金，0370700803 少缴200元。
job 2024-03-05 declaration inbox=var/year/inbox/2024-03
job 2024-03-06 staff-changes changes=samples/year/staff-changes/2024-03.csv
job 2024-03-20 collection
job 2024-03-26 reconciliation receipts=samples/year/receipts/medical/2024-03.csv

# 4月：0370700804 的500元退费，0370700805 的4月至6月缓缴到9月30日。0370700803 补缴，0370700804 又多缴300元。
job 2024-04-10 late-fee payments=samples/year/payments.csv overpayments=samples/year/decisions/refund-2024-04.csv deferrals=samples/year/decisions/deferral-2024-04.csv
job 2024-04-19 collection
job 2024-04-26 reconciliation receipts=samples/year/receipts/medical/2024-04.csv

# 5月：0370700802 更正一人的工资，1月至4月补差；已停缴的一人仍列在更正里，写明停缴月份。城乡居民缴费。
job 2024-05-08 declaration inbox=var/year/inbox/2024-05
run 2024-05-10 flexible-payment region=shanxi payments=samples/flexible/residents-payments-2024.csv
job 2024-05-20 collection persons=true
job 2024-05-27 reconciliation receipts=samples/year/receipts/medical/2024-05.csv

# 6月：一人从 0370700802 转到 0370700804；0370700804 的300元抵缴6月。
job 2024-06-05 staff-changes changes=samples/year/staff-changes/2024-06.csv
job 2024-06-10 late-fee payments=samples/year/payments.csv overpayments=samples/year/decisions/offset-2024-06.csv
job 2024-06-20 collection
job 2024-06-26 reconciliation receipts=samples/year/receipts/medical/2024-06.csv

# 7月：6月20日公布的上下限从7月起执行（样例）。
job 2024-07-01 limit-change from=2024-07
job 2024-07-19 collection
job 2024-07-26 reconciliation receipts=samples/year/receipts/medical/2024-07.csv

# 8月：0370700806 自8月15日起并入 0370700801，9月起不再缴费；它的8月没有缴。
job 2024-08-16 employer-changes changes=samples/year/employer-changes.csv
job 2024-08-20 collection
job 2024-08-26 reconciliation receipts=samples/year/receipts/medical/2024-08.csv

# 9月：并入单位的两人转到 0370700801。0370700805 缴清缓缴的三个月。
job 2024-09-04 staff-changes changes=samples/year/staff-changes/2024-09.csv
job 2024-09-20 collection
job 2024-09-26 reconciliation receipts=samples/year/receipts/medical/2024-09.csv

# 10月：0370700801 替并入单位缴清8月。
job 2024-10-18 collection
job 2024-10-28 reconciliation receipts=samples/year/receipts/medical/2024-10.csv

# 11月：0370700804 一人退休。
job 2024-11-05 staff-changes changes=samples/year/staff-changes/2024-11.csv
job 2024-11-20 collection
job 2024-11-26 reconciliation receipts=samples/year/receipts/medical/2024-11.csv

# 12月：其余三个险种补征全年的变动（补报、增减、上下限），对账；四个险种结算应缴、到账和滞纳金。
job 2024-12-20 collection persons=true
job 2024-12-20 collection policy=weifang-employee-large-amount output=var/year/output/large-amount
job 2024-12-20 collection policy=weifang-employee-maternity output=var/year/output/maternity
job 2024-12-20 collection policy=weifang-employee-civil-servant output=var/year/output/civil-servant
job 2024-12-26 reconciliation receipts=samples/year/receipts/medical/2024-12.csv
job 2024-12-26 reconciliation policy=weifang-employee-large-amount receipts=samples/year/receipts/large-amount/2024-12.csv output=var/year/output/large-amount
job 2024-12-31 late-fee policy=weifang-employee-large-amount payments=samples/year/payments.csv output=var/year/output/large-amount
job 2024-12-26 reconciliation policy=weifang-employee-maternity receipts=samples/year/receipts/maternity/2024-12.csv output=var/year/output/maternity
job 2024-12-31 late-fee policy=weifang-employee-maternity payments=samples/year/payments.csv output=var/year/output/maternity
job 2024-12-26 reconciliation policy=weifang-employee-civil-servant receipts=samples/year/receipts/civil-servant/2024-12.csv output=var/year/output/civil-servant
job 2024-12-31 late-fee policy=weifang-employee-civil-servant payments=samples/year/payments.csv output=var/year/output/civil-servant
job 2024-12-31 late-fee payments=samples/year/payments.csv

# 2025年1月：结转，写出下年名册；下一年从这份名册开始：一个单位申报，滞纳金、稽核照此比对。
job 2025-01-02 year-end
run 2025-01-15 declaration year=2025 roster=var/year/output/roster-2025.csv inbox=var/year/inbox/2025-01
run 2025-01-24 audit year=2025 roster=var/year/output/roster-2025.csv tax-wages= last-year=
run 2025-02-05 late-fee year=2025 roster=var/year/output/roster-2025.csv payments=samples/year/payments.csv

echo "一年走完：结果在 var/year/output，各作业的小结在 var/year/said.txt。"
