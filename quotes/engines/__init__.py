"""Quotations on engines for many machines: datatrove and Spark. Each is thin; the work is ``quotes.extract_batch``.

``datasets`` needs no module of its own, for its ``map`` gives and takes Arrow tables:

    articles.with_format("arrow").map(
        quotes.extract_batch, batched=True, num_proc=8, remove_columns=articles.column_names
    ).with_format(None)
"""
