-- What a careful author writes by hand for DuckDB: the last version by a window, blocks added up within the unit before the
-- tree is joined, one pass with filtered sums, exact integer percentages rounded half away from zero.
WITH latest AS (
    SELECT org_unit, indicator, period, series, value
    FROM facts
    QUALIFY row_number() OVER (
        PARTITION BY org_unit, indicator, breakdown, period, series ORDER BY version DESC
    ) = 1
),
own AS (
    SELECT
        org_unit, indicator, period,
        CAST(sum(value) FILTER (WHERE series = 1) AS BIGINT) AS plan,
        CAST(sum(value) FILTER (WHERE series = 2) AS BIGINT) AS actual,
        CAST(sum(value) FILTER (WHERE series = 3) AS BIGINT) AS last_year
    FROM latest
    GROUP BY org_unit, indicator, period
),
rolled AS (
    SELECT
        closure.ancestor AS org_unit, own.indicator, own.period,
        CAST(sum(plan) AS BIGINT) AS plan,
        CAST(sum(actual) AS BIGINT) AS actual,
        CAST(sum(last_year) AS BIGINT) AS last_year
    FROM own
    JOIN closure
        ON closure.org_unit = own.org_unit AND own.period >= closure.first AND own.period < closure.until
    GROUP BY closure.ancestor, own.indicator, own.period
)
SELECT
    org_unit, indicator, period, plan, actual, last_year,
    CASE WHEN plan <> 0 THEN
        CAST(sign(actual) * sign(plan)
            * ((2000 * abs(CAST(actual AS HUGEINT)) + abs(plan)) // (2 * abs(CAST(plan AS HUGEINT)))) AS BIGINT)
    END AS percent_of_plan,
    CASE WHEN last_year <> 0 THEN
        CAST(sign(actual) * sign(last_year)
            * ((2000 * abs(CAST(actual AS HUGEINT)) + abs(last_year)) // (2 * abs(CAST(last_year AS HUGEINT)))) AS BIGINT)
    END AS percent_of_last_year
FROM rolled
