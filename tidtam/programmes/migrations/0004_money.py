"""Money rules, rates, loan conventions, moratoria and lists of codes."""

from django.db import migrations, models

from tidtam.audit.append_only import guard


class Migration(migrations.Migration):

    dependencies = [
        ('programmes', '0003_ladders'),
    ]

    operations = [
        migrations.CreateModel(
            name='CodeList',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('edition', models.PositiveIntegerField(help_text='1 for the first, counted within the key.')),
                ('position', models.PositiveBigIntegerField(help_text='The head of the book when it was loaded.')),
                ('retired', models.BooleanField(default=False, help_text='Whether it takes the definition out of use.')),
                ('loaded_at', models.DateTimeField(auto_now_add=True)),
                ('code', models.CharField(max_length=60)),
                ('name_th', models.TextField()),
                ('name_en', models.TextField()),
                ('entries', models.JSONField(help_text='In their order: code, th, en and what else is known of each.')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('code', 'edition'), name='code_list_edition')],
            },
        ),
        migrations.CreateModel(
            name='LoanConvention',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('edition', models.PositiveIntegerField(help_text='1 for the first, counted within the key.')),
                ('position', models.PositiveBigIntegerField(help_text='The head of the book when it was loaded.')),
                ('retired', models.BooleanField(default=False, help_text='Whether it takes the definition out of use.')),
                ('loaded_at', models.DateTimeField(auto_now_add=True)),
                ('code', models.CharField(max_length=60)),
                ('name_th', models.TextField()),
                ('name_en', models.TextField()),
                ('valid_from', models.DateField(help_text='The first day on which it holds.')),
                ('valid_to', models.DateField(help_text='The last one; empty while it goes on.', null=True)),
                ('confidence', models.CharField(help_text='stated, inferred or open: how sure it is.', max_length=10)),
                ('note_th', models.TextField(blank=True)),
                ('note_en', models.TextField(blank=True)),
                ('paper_code', models.CharField(max_length=60)),
                ('paper_title', models.TextField()),
                ('paper_url', models.TextField(blank=True)),
                ('terms', models.JSONField(help_text='What it says; sums in satang, per cents as text.')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('code', 'edition'), name='loan_convention_edition')],
            },
        ),
        migrations.CreateModel(
            name='MoneyRule',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('edition', models.PositiveIntegerField(help_text='1 for the first, counted within the key.')),
                ('position', models.PositiveBigIntegerField(help_text='The head of the book when it was loaded.')),
                ('retired', models.BooleanField(default=False, help_text='Whether it takes the definition out of use.')),
                ('loaded_at', models.DateTimeField(auto_now_add=True)),
                ('code', models.CharField(max_length=60)),
                ('name_th', models.TextField()),
                ('name_en', models.TextField()),
                ('valid_from', models.DateField(help_text='The first day on which it holds.')),
                ('valid_to', models.DateField(help_text='The last one; empty while it goes on.', null=True)),
                ('confidence', models.CharField(help_text='stated, inferred or open: how sure it is.', max_length=10)),
                ('note_th', models.TextField(blank=True)),
                ('note_en', models.TextField(blank=True)),
                ('paper_code', models.CharField(max_length=60)),
                ('paper_title', models.TextField()),
                ('paper_url', models.TextField(blank=True)),
                ('terms', models.JSONField(help_text='What it says; sums in satang, per cents as text.')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('code', 'edition'), name='money_rule_edition')],
            },
        ),
        migrations.CreateModel(
            name='Moratorium',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('edition', models.PositiveIntegerField(help_text='1 for the first, counted within the key.')),
                ('position', models.PositiveBigIntegerField(help_text='The head of the book when it was loaded.')),
                ('retired', models.BooleanField(default=False, help_text='Whether it takes the definition out of use.')),
                ('loaded_at', models.DateTimeField(auto_now_add=True)),
                ('code', models.CharField(max_length=60)),
                ('name_th', models.TextField()),
                ('name_en', models.TextField()),
                ('valid_from', models.DateField(help_text='The first day on which it holds.')),
                ('valid_to', models.DateField(help_text='The last one; empty while it goes on.', null=True)),
                ('confidence', models.CharField(help_text='stated, inferred or open: how sure it is.', max_length=10)),
                ('note_th', models.TextField(blank=True)),
                ('note_en', models.TextField(blank=True)),
                ('paper_code', models.CharField(max_length=60)),
                ('paper_title', models.TextField()),
                ('paper_url', models.TextField(blank=True)),
                ('terms', models.JSONField(help_text='What it says; sums in satang, per cents as text.')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('code', 'edition'), name='moratorium_edition')],
            },
        ),
        migrations.CreateModel(
            name='Rate',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('edition', models.PositiveIntegerField(help_text='1 for the first, counted within the key.')),
                ('position', models.PositiveBigIntegerField(help_text='The head of the book when it was loaded.')),
                ('retired', models.BooleanField(default=False, help_text='Whether it takes the definition out of use.')),
                ('loaded_at', models.DateTimeField(auto_now_add=True)),
                ('code', models.CharField(max_length=60)),
                ('name_th', models.TextField()),
                ('name_en', models.TextField()),
                ('valid_from', models.DateField(help_text='The first day on which it holds.')),
                ('valid_to', models.DateField(help_text='The last one; empty while it goes on.', null=True)),
                ('confidence', models.CharField(help_text='stated, inferred or open: how sure it is.', max_length=10)),
                ('note_th', models.TextField(blank=True)),
                ('note_en', models.TextField(blank=True)),
                ('paper_code', models.CharField(max_length=60)),
                ('paper_title', models.TextField()),
                ('paper_url', models.TextField(blank=True)),
                ('terms', models.JSONField(help_text='What it says; sums in satang, per cents as text.')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('code', 'edition'), name='rate_edition')],
            },
        ),
        guard(
            "programmes_moneyrule",
            "programmes_rate",
            "programmes_loanconvention",
            "programmes_moratorium",
            "programmes_codelist",
        ),
    ]
