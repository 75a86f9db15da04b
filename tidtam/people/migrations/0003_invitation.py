"""Invitations by link."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('people', '0002_roleheld'),
        ('places', '0001_first'),
    ]

    operations = [
        migrations.CreateModel(
            name='Invitation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('fingerprint', models.CharField(help_text='SHA-256 of the token.', max_length=64, unique=True)),
                ('display_name', models.CharField(help_text='Who is invited, as whoever invites writes it.', max_length=200)),
                ('email', models.EmailField(blank=True, max_length=254)),
                ('role', models.CharField(choices=[('recorder', 'ผู้บันทึก'), ('verifier', 'ผู้ตรวจสอบ'), ('approver', 'ผู้รับรอง'), ('owner', 'เจ้าของแผนงาน'), ('finance', 'การเงิน'), ('auditor', 'ผู้สอบทาน'), ('executive', 'ผู้บริหาร'), ('administrator', 'ผู้ดูแลระบบ')], max_length=15)),
                ('made_at', models.DateTimeField(auto_now_add=True)),
                ('expires_at', models.DateTimeField()),
                ('used_at', models.DateTimeField(blank=True, null=True)),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
                ('made_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('place', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.place')),
                ('tree', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.tree')),
                ('used_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('role__in', ['recorder', 'verifier', 'approver', 'owner', 'finance', 'auditor', 'executive', 'administrator'])), name='invitation_role_known'), models.CheckConstraint(condition=models.Q(models.Q(('used_at', None), ('used_by', None)), models.Q(('used_at__isnull', False), ('used_by__isnull', False)), _connector='OR'), name='invitation_used_by_somebody'), models.CheckConstraint(condition=models.Q(('used_at', None), ('withdrawn_at', None), _connector='OR'), name='invitation_used_or_withdrawn')],
            },
        ),
    ]
